import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    // Every processor at work: on two of them half the time.
    maxWorkers: '100%',
    // Nothing is timed here, and a busy machine may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    env: { TZ: 'Asia/Shanghai', NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
  },
})
