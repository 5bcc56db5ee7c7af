// Reads a part of an upload to its end even where nobody wants the rest: a browser that is cut off shows no answer.

/** After so much that nobody wants the connection is cut all the same. */
const mostUnwanted = 500 * 1024 * 1024

export async function* readWholly(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = content[Symbol.asyncIterator]()
  let isOpen = true
  const next = async (): Promise<Uint8Array | undefined> => {
    isOpen = false // stays so if reading fails
    const { done, value } = await source.next()
    isOpen = done !== true
    return done === true ? undefined : value
  }
  try {
    for (let part = await next(); part !== undefined; part = await next()) yield part
  } finally {
    for (let rest = 0; isOpen && rest < mostUnwanted; ) rest += (await next())?.length ?? 0
    if (isOpen) await source.return?.()
  }
}
