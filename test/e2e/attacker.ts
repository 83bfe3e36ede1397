/** What an attacker has who can change Telegram's pages: the project's own t.me, with a script of theirs before all else in it. */
import { demoChannels } from '../site/demo.ts';
import { createSite } from '../site/site.ts';
import type { Tab } from '../browser/driver.ts';
import { type Stage, type Written, save, useStage } from './support.ts';

export const channel = 'https://t.me/s/harbour_gazette';

/** Words that stand in no post of the site. */
export const secrets = { tags: ['zanzibar'], note: 'Quetzalcoatl' };
/** How to find them, wherever they are. */
export const secretWords = ['zanzibar', 'quetzalcoatl'];

export interface Attacked {
  stage: Stage;
  /** Opens a page in which `attack` has run, in the page's own world, before anything else of it. */
  open: (attack: () => void, url?: string) => Promise<Tab>;
  /** Has annotations saved before, as editors on the posts would. */
  written: (...all: Written[]) => Promise<void>;
}

export function useAttackedStage(): Attacked {
  const site = createSite(demoChannels());
  let script = '';
  const stage = useStage({
    answer: (request) => {
      const answer = site.answer(request);
      return answer && { ...answer, body: answer.body.replace('<head>', () => `<head><script>${script}</script>`) };
    },
  });
  return {
    stage,
    async open(attack, url = channel) {
      script = `(${attack})()`;
      return stage.driver.open(url).finally(() => { script = ''; });
    },
    async written(...all) {
      const page = await stage.driver.extensionPage('popup.html');
      await save(stage, page, all);
      await page.close();
    },
  };
}
