// What an EventSource makes of a stream, whichever EventSource it is: each thing that happens to it is reported at once.
export function record(EventSource, url, types, report) {
  const source = new EventSource(url)
  source.addEventListener('open', () => report({ what: 'open', state: source.readyState }))
  source.addEventListener('error', () => report({ what: 'error', state: source.readyState }))
  for (const type of types) {
    source.addEventListener(type, event => report({ what: type, id: event.lastEventId, data: event.data, state: source.readyState }))
  }
}
