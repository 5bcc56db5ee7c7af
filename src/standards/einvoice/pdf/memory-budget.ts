// A ceiling for byte arrays: the limit of the JavaScript heap does not count them, and a few kilobytes can unpack to gigabytes.

interface MemoryBudget {
  /** Counts anew from here. */
  reset(maxBytes: number): void
  /** Whether an allocation was refused since; the library answers some of them with a guess of its own. */
  readonly isExceeded: boolean
}

/**
 * Replaces Uint8Array for all code loaded after it: an allocation over the budget throws a RangeError.
 * What is given back meanwhile is not subtracted, so the budget is a bound, not a measurement.
 */
export function limitByteArrays(): MemoryBudget {
  let left = Number.POSITIVE_INFINITY
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, parameters: readonly unknown[], newTarget): object {
      left -= sizeOf(parameters[0])
      if (left < 0) throw new RangeError('budget for byte arrays is used up')
      return Reflect.construct(target, parameters, newTarget)
    },
  })
  return {
    reset: (maxBytes) => {
      left = maxBytes
    },
    get isExceeded() {
      return left < 0
    },
  }
}

/** A view on an existing buffer takes nothing. */
function sizeOf(first: unknown): number {
  if (typeof first === 'number') return first
  if (ArrayBuffer.isView(first)) return first.byteLength
  return Array.isArray(first) ? first.length : 0
}
