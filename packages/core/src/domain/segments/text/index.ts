export { parse } from './parse.ts'
export { print } from './print.ts'
