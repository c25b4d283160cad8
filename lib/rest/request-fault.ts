/** A request whose form is wrong, before any rule of the domain has seen it. The message is for people. */
export class RequestFault extends Error {
  constructor(
    readonly status: 400 | 404 | 413 | 415,
    message: string,
  ) {
    super(message);
    this.name = "RequestFault";
  }
}
