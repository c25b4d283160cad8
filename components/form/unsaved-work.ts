/** The forms on this page that hold text nobody has saved yet. */
const forms = new Set<symbol>();

export function hasUnsavedWork(): boolean {
  return forms.size > 0;
}

/** Counts one form as unsaved until the returned function is called. */
export function holdUnsavedWork(): () => void {
  const form = Symbol("form");
  forms.add(form);
  return () => {
    forms.delete(form);
  };
}
