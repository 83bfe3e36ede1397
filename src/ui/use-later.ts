import { useEffect, useState } from 'preact/hooks';

/**
 * A module of which nothing is shown at first.
 * @param load always the same function
 * @returns undefined until it is there; should it fail to come, the console says so
 */
export function useLater<Module>(load: () => Promise<Module>, wanted = true): Module | undefined {
  const [module, setModule] = useState<Module>();
  useEffect(() => {
    if (wanted && !module) load().then(setModule, (failure: unknown) => console.error('Postil:', failure));
  }, [wanted]);
  return module;
}
