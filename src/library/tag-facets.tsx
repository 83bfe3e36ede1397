import { useId, useState } from 'preact/hooks';
import { tagFilter } from '../model/filters.ts';
import type { TagNode } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { FacetList } from './facet-list.tsx';

export interface TagFacetsProps {
  tags: readonly TagNode[];
  /** What they are nested under. */
  above?: string;
  filters: readonly string[];
  onToggle: (filter: string) => void;
}

/** Tags as the tree that `/` makes of them. */
export function TagFacets({ tags, above, filters, onToggle }: TagFacetsProps) {
  return (
    <FacetList label={above === undefined ? message('tags') : message('showNested', above)} items={tags.map((tag) => {
      const filter = tagFilter(tag.name);
      return {
        key: tag.name,
        name: above === undefined ? tag.name : tag.name.slice(above.length + 1),
        count: tag.count,
        chosen: filters.includes(filter),
        onPress: () => onToggle(filter),
        nested: tag.children.length > 0 && <Nested tag={tag} filters={filters} onToggle={onToggle} />,
      };
    })} />
  );
}

function Nested({ tag, filters, onToggle }: Omit<TagFacetsProps, 'tags'> & { tag: TagNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button type="button" class="unfold quiet" aria-expanded={open} aria-controls={id} aria-label={message('showNested', tag.name)}
        onClick={() => setOpen(!open)} />
      <div id={id} class="nested">{open && <TagFacets tags={tag.children} above={tag.name} filters={filters} onToggle={onToggle} />}</div>
    </>
  );
}
