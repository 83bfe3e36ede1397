/**
 * Waits for the next task of the page.
 * @returns whether there is one: in Firefox the window of a page that has gone throws "Component not initialized"
 */
export async function nextTask(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      setTimeout(() => resolve(true));
    } catch {
      resolve(false);
    }
  });
}
