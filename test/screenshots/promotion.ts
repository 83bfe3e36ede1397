/** The page of which Chrome's promotional tiles are pictures. @param icon a PNG in base64 */
export function promotion(icon: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<style>
  html { block-size: 100%; background: #fff; color: #1b1a17; border-inline-start: 2.5vw solid #b3261e; box-sizing: border-box }
  body { block-size: 100%; margin: 0; padding-inline: 7vw; box-sizing: border-box; display: flex; flex-direction: column; justify-content: center; gap: 2.5vw }
  h1 { margin: 0; display: flex; align-items: center; gap: 2.5vw; font: 600 11vw/1 serif }
  h1 img { inline-size: 11vw; block-size: 11vw }
  p { margin: 0; font: 5vw/1.25 serif; max-inline-size: 20em }
</style>
<h1><img src="data:image/png;base64,${icon}" alt="">Postil</h1>
<p>Write in the margin of Telegram’s public channels.</p>
`;
}
