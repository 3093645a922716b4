/** Hides secrets in a log as GitHub's runner does: the value itself and the forms it easily turns into. */
export class Masks {
  #values: string[] = [];

  /** Also hides each line of a secret of several lines. */
  add(secret: string): void {
    const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
    const plain = [secret, ...lines].filter((value) => value !== '');
    const forms = plain.flatMap((value) => [value, ...encodings(value)]);
    this.#values = [...new Set([...this.#values, ...forms])].sort((a, b) => b.length - a.length);
  }

  hide(text: string): string {
    return this.#values.reduce((shown, value) => shown.replaceAll(value, '***'), text);
  }
}

/** The runner's encoders, as far as they matter for tokens (actions/runner, `ValueEncoders.cs`). */
function encodings(value: string): string[] {
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(value).subarray(shift).toString('base64');
    // The last group depends on what follows.
    return encoded.slice(0, encoded.length - (encoded.length % 4 === 0 ? 4 : 0));
  });
  const forms = [...base64, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)];
  return forms.filter((form) => form !== value && form.length >= 8);
}
