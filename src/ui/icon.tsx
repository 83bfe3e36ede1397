/** Our own shapes, drawn on a grid of 16. They say nothing: the control around them has the name. */
const shapes = {
  pilcrow: <path fill="currentColor" d="M6.5 1H14v2h-1.5v12h-2V3H9v12H7V9h-.5a4 4 0 0 1 0-8z" />,
  open: <path d="M6 3H3v10h10v-3M9 3h4v4M13 3 7 9" />,
  edit: <path d="M3 13l.8-3L10.5 3.3l2.2 2.2L6 12.2zM9 4.8 11.2 7" />,
  beside: <path d="M2.5 3h11v10h-11zM9.5 3v10M11.5 5.5h.1M11.5 8h.1" />,
  delete: <path d="M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M7 7v4M9 7v4" />,
};

/** They point to a side. */
const mirrored: readonly string[] = ['open', 'beside'] satisfies (keyof typeof shapes)[];

export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg class={mirrored.includes(name) ? 'icon mirrored' : 'icon'} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"
      fill="none" stroke={name === 'pilcrow' ? 'none' : 'currentColor'} stroke-width="1.3" stroke-linejoin="round" stroke-linecap="round">
      {shapes[name]}
    </svg>
  );
}
