/** A page of all pictures, each under its name. */
export function sheet(files: readonly string[]): string {
  const figures = files.map((file) => `<figure><a href="${file}"><img src="${file}" alt="" loading="eager"></a><figcaption>${file}</figcaption></figure>`);
  return `<!doctype html>
<meta charset="utf-8">
<title>Postil: every surface</title>
<style>
  body { margin: 16px; background: #888; font: 12px system-ui; display: flex; flex-wrap: wrap; gap: 12px; align-items: start }
  figure { margin: 0 }
  img { block-size: 300px; display: block }
</style>
${figures.join('\n')}
`;
}
