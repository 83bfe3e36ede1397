/** Downloads without a press; they need the permission `downloads`. */
import browser, { type Downloads } from 'webextension-polyfill';

/**
 * Writes a file of ours below the folder for downloads, in place of one of the same name. Resolves when it is there,
 * rejects when it was interrupted.
 * @param path relative to that folder. Chrome asks where to put the file all the same when it is set to ask each time
 */
export async function download(url: string, path: string): Promise<void> {
  const { downloads } = browser;
  const id = await downloads.download({ url, filename: path, saveAs: false, conflictAction: 'overwrite' });
  await new Promise<void>((resolve, reject) => {
    const settle = (state: string | undefined, reason: string | undefined) => {
      if (state !== 'complete' && state !== 'interrupted') return;
      downloads.onChanged.removeListener(listen);
      if (state === 'complete') resolve();
      else reject(new Error(`the download was interrupted: ${reason ?? 'the browser does not say why'}`));
    };
    const listen = ({ id: changed, state, error }: Downloads.OnChangedDownloadDeltaType) => {
      if (changed === id) settle(state?.current, error?.current);
    };
    downloads.onChanged.addListener(listen);
    // It may have ended before anybody listened.
    downloads.search({ id }).then(([item]) => settle(item?.state, item?.error), reject);
  });
}
