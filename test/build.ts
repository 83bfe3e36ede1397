/** Builds the packages once before any test: what is tested is what is shipped. */
import { createBuilder } from 'vite';

export default async function build(): Promise<void> {
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
}
