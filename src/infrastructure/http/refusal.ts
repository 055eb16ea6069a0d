/** A field at fault: a dotted path into the request, and a sentence that says what to do. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/**
 * What a service throws when it will not do what was asked; mapped once to `application/problem+json`.
 * `code` is stable and documented in the contract; `message` is a sentence for the person who asked.
 */
export abstract class Refusal extends Error {
  abstract readonly status: 403 | 404 | 409 | 422;

  constructor(
    readonly code: string,
    message: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

export class Forbidden extends Refusal {
  readonly status = 403;
}

export class NotFound extends Refusal {
  readonly status = 404;
}

export class Conflict extends Refusal {
  readonly status = 409;
}

export class Invalid extends Refusal {
  readonly status = 422;
}
