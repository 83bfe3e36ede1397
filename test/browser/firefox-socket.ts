import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/**
 * Connects to Firefox so that it never waits before it speaks. Its remote agent leaves Nagle's algorithm on: the second of
 * two messages in a row is held back until the first is acknowledged, which the system here puts off for 40 ms
 * (https://www.rfc-editor.org/rfc/rfc896, https://www.rfc-editor.org/rfc/rfc1122#page-96). Loading a page is many messages
 * in a row. Whatever is sent acknowledges at once, so everything received is answered by the least that can be sent.
 */
export async function connectPromptly<T>(connect: () => Promise<T>): Promise<T> {
  subscribe('net.client.socket', answerAtOnce);
  try {
    return await connect();
  } finally {
    unsubscribe('net.client.socket', answerAtOnce);
  }
}

/** A pong that nobody asked for, which is to be ignored: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.3 */
const PONG = Buffer.from([0x8a, 0x80, 0x01, 0x02, 0x03, 0x04]);

function answerAtOnce(message: unknown): void {
  const { socket } = message as { socket: Socket };
  socket.once('data', (handshake) => {
    if (!handshake.toString('latin1').startsWith('HTTP/1.1 101')) return;
    socket.on('data', () => {
      if (socket.writable) socket.write(PONG);
    });
  });
}
