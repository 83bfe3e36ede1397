/** What is stored was written by a newer version of Postil, and is left alone. */
export class NewerDatabaseError extends Error {
  constructor() {
    super('what is stored was written by a newer version');
    this.name = 'NewerDatabaseError';
  }
}
