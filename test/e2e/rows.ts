/** CSS selector of a row of popup or library, by the post that it is about. */
export function row(name: string): string {
  return `li:has([href$="/s/${name}"])`;
}
