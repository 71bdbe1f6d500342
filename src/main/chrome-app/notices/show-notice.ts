import { nativeImage, Notification } from 'electron'
import type { NotificationConstructorOptions } from 'electron'
import type { Notice, NoticeEvents, Picture, Shown } from './notices.ts'

/** Electron takes blue first. */
function toImage({ bytes, height, width }: Picture): Electron.NativeImage {
  const swapped = Buffer.from(bytes)
  for (let at = 0; at + 3 < swapped.length; at += 4) {
    const red = swapped[at] ?? 0
    swapped[at] = swapped[at + 2] ?? 0
    swapped[at + 2] = red
  }
  return nativeImage.createFromBitmap(swapped, { height, width })
}

function toOptions(notice: Notice, picture: Picture | undefined): NotificationConstructorOptions {
  const { body, firstButton, isSilent, isUrgent, secondButton, stays, title } = notice
  const buttons = [firstButton, secondButton].filter((text) => text !== undefined)
  return {
    title,
    body,
    silent: isSilent,
    timeoutType: stays ? 'never' : 'default',
    urgency: isUrgent ? 'critical' : 'normal',
    actions: buttons.map((text) => ({ type: 'button' as const, text })),
    ...(picture && { icon: toImage(picture) }),
  }
}

/** Has the system show a notice. Where it shows none, nothing is heard of it. */
export function showNotice(notice: Notice, picture: Picture | undefined, events: NoticeEvents): Shown {
  if (!Notification.isSupported()) return { close: () => {} }
  const shown = new Notification(toOptions(notice, picture))
  shown.on('click', events.onClicked)
  shown.on('action', (_event, index) => events.onButtonClicked(index))
  shown.on('close', events.onClosed)
  shown.show()
  return {
    close: () => {
      shown.removeAllListeners()
      shown.close()
    },
  }
}
