// node node.mjs URL TYPE…: reads a stream with the package eventsource, and prints what happens as lines of JSON.
import { EventSource } from 'eventsource'
import { record } from './recorder.mjs'

const [url, ...types] = process.argv.slice(2)
record(EventSource, url, types, seen => console.log(JSON.stringify(seen)))
