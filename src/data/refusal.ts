/** This reader may not open what they asked for; the page says so with status 403. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

/** There is nothing at that address; status 404. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** Nothing has been published yet, so there is nothing to show; status 503. */
export class NoRelease extends Error {
  override name = "NoRelease";
}

/** A file of the live release turned out damaged; whoever asks again is served the release before it. */
export class ReleaseDamaged extends Error {
  override name = "ReleaseDamaged";
}
