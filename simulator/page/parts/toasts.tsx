// The lines that appear at the top for a moment: answers of the bot to a press, and refusals. Drawn by app.

import { useStore } from '../state/store.ts'
import { Icon } from './icon.tsx'

const SIGNS = { info: 'info', success: 'check', error: 'close', warning: 'warning' }

export function Toasts() {
  const toasts = useStore((state) => state.toasts)
  return (
    <div class="toasts">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          class={`toast ${toast.type}`}
          data-toast={toast.type}
          role={toast.type === 'error' ? 'alert' : 'status'}
        >
          <span class="toast-sign">
            <Icon name={SIGNS[toast.type]} size={12} />
          </span>
          {toast.content}
        </div>
      ))}
    </div>
  )
}
