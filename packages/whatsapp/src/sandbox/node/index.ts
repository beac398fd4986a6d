export { type SandboxServer, serveSandbox } from './serve.ts'
