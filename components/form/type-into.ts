/** Sets an input as if somebody had typed it, so that React and react-hook-form hear of it. */
export function typeInto(input: HTMLInputElement, text: string) {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  native?.set?.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
