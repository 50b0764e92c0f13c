// The page of the local Feishu: starts it for the person in the address, or the first one there is.

import '@fontsource-variable/noto-sans-sc'
import { render } from 'preact'
import './style/index.css'
import { App } from './app.tsx'
import { readAddress } from './state/address.ts'
import { become, follow } from './state/stream.ts'

const place = document.getElementById('page')
if (place !== null) render(<App />, place)

const { as, chatId } = readAddress(window.location.hash)
void become(as, chatId)
window.addEventListener('popstate', () => follow(readAddress(window.location.hash)))
