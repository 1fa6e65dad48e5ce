/** A team or an officer as forms offer them. */
export type Named = { readonly id: string; readonly name: string };
