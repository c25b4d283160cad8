/**
 * A reason to stop that the reader can act on. It is shown as one sentence, without a stack.
 */
export class Refusal extends Error {
  name = "Refusal";

  /**
   * @param {string} message what is wrong and what to do about it
   * @param {{ output?: string }} [details] what a failed command printed
   */
  constructor(message, { output = "" } = {}) {
    super(message);
    this.output = output;
  }
}
