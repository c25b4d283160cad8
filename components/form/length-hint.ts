/** How far a password that is being chosen is. It never says that the password is good: only its length is known here. */
export function lengthHint(typed: string, minLength: number): string {
  const missing = minLength - [...typed].length;
  if (!typed || missing <= 0)
    return `At least ${minLength} characters. A few unrelated words are good.`;
  return `${missing} more ${missing === 1 ? "character" : "characters"}.`;
}
