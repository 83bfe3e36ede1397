/** What a worker of the end-to-end projects is: the browser that its files share goes when it ends. */
import type { Environment } from 'vitest/runtime';
import { discard } from './shared.ts';

const environment: Environment = {
  name: 'shared-browser',
  viteEnvironment: 'ssr',
  setup: () => ({ teardown: discard }),
};

export default environment;
