/** What somebody wrote who reads the demo channels: enough for every list to have something to show. */
import type { Tag } from '../../src/model/tag.ts';
import type { Written } from '../e2e/saving.ts';

/** The last is the newest. */
export const written: readonly Written[] = [
  { name: 'harbour_gazette/11', tags: ['timetable'], note: 'The 12:25 was corrected the next day.' },
  { name: 'harbour_gazette/26', tags: ['council', 'tariff/draft'], note: 'A fifth, for boats over nine metres.' },
  { name: 'harbour_gazette/29', tags: ['claims/checked', 'council'], note: '“Withdrawn” is not “delayed”: they asked.' },
  { name: 'harbour_gazette/39', tags: ['budget', 'claims/unsourced'], note: 'Same sum as last year, for works listed as finished.' },
  { name: 'northern_herald/116', tags: ['волнолом', 'порт'], note: 'Сравнить с договором от 15 июня.' },
  { name: 'khabar_bandar/25', tags: ['تعرفه', 'tariff/draft'], note: 'کدام بهار؟ در متن مصوبه نوشته نشده است.' },
  { name: 'northern_herald/128', tags: ['волнолом', 'claims/checked'], note: 'Срок — октябрь. На щите другой.' },
  { name: 'harbour_gazette/78', tags: ['council', 'tariff/draft', 'port'], note: 'Both say that it was the other who left.' },
  { name: 'northern_herald/139', tags: ['порт', 'claims/false'], note: 'Два срока: в договоре и на щите.' },
  { name: 'khabar_bandar/47', tags: ['تعرفه'], note: 'این بار نوشته‌اند کدام بهار: مقایسه با پست ۲۵.' },
  { name: 'harbour_gazette/87', tags: ['timetable'], note: 'For the fridge, when it is final.' },
  { name: 'harbour_gazette/91', tags: ['claims/unsourced', 'port'], note: '“Talks with the port union”: which talks?\nAsk Ida Lind.' },
  { name: 'harbour_gazette/93', tags: ['council', 'tariff/vote'], note: 'First mention of the date. Compare with the post of 10 September.' },
];

/** Annotated, and deleted again. */
export const deleted: readonly string[] = ['harbour_gazette/11', 'northern_herald/116'];

/** How tags look to which somebody gave a colour. */
export const dressed: Readonly<Record<string, Pick<Tag, 'colour' | 'description' | 'pin'>>> = {
  'claims/false': { colour: 'red', description: 'Said, and not so.' },
  'claims/unsourced': { colour: 'orange', pin: 1 },
  'council': { colour: 'teal', pin: 2 },
  'تعرفه': { colour: 'violet' },
};

/** Posts that somebody was asked to look at. */
export const asked: readonly string[] = ['harbour_gazette/87', 'harbour_gazette/90', 'harbour_gazette/91', 'northern_herald/139', 'northern_herald/140', 'khabar_bandar/47'];
