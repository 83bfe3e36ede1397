import { useEffect, useState } from 'preact/hooks';
import { type Access, hasAccess, onAccessChange } from '../webext/permissions.ts';

/** Whether we have this access now, undefined until that is known. It may be given and taken back at any time. */
export function useAccess(access: Access): boolean | undefined {
  const [has, setHas] = useState<boolean>();
  useEffect(() => {
    const ask = () => void hasAccess(access).then(setHas);
    ask();
    return onAccessChange(ask);
  }, []);
  return has;
}
