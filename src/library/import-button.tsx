import { useRef } from 'preact/hooks';

export interface ImportButtonProps {
  label: string;
  accept?: string;
  onFile: (file: File) => void;
}

/** Lets a file be chosen. Not in the popup: in Firefox it closes when the picker opens, https://bugzilla.mozilla.org/show_bug.cgi?id=1292701 */
export function ImportButton({ label, accept = '.json,.ndjson,.jsonl,application/json,application/x-ndjson', onFile }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>{label}</button>
      <input ref={input} type="file" accept={accept} hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // Empty again, so that the same file can be chosen once more.
          currentTarget.value = '';
          if (file) onFile(file);
        }} />
    </>
  );
}
