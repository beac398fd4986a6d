export { type NodeHandler, nodeHandler } from './node-handler.ts'
