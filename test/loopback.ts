import { type Capture, open } from "../src/index.ts";

/**
 * Twelve frames captured on a loopback interface: the handshake of an HTTP request (1 to 3), a datagram `ping`, a zero and `ÿ`,
 * and its answer `pong` (4, 5), the request for /index.html (6, 7), the answer `hello` (8, 9), the end (10 to 12).
 */
export const loopback: Uint8Array = Buffer.from(
  [
    "1MOyoQIABAAAAAAAAAAAAAAABAABAAAAjkQDawCtDABKAAAASgAAAAAAAAAAAAAAAAAAAAgARQAAPJ5LQABABp5ufwAAAX8AAAHYMh+jDeVMEQAA",
    "AACgAv/X/jAAAAIE/9cEAggKqfwMTwAAAAABAwMKjkQDaxGtDABKAAAASgAAAAAAAAAAAAAAAAAAAAgARQAAPAAAQABABjy6fwAAAX8AAAEfo9gy",
    "4V3eJg3lTBKgEv/L/jAAAAIE/9cEAggKqIWSxan8DE8BAwMKjkQDayKtDABCAAAAQgAAAAAAAAAAAAAAAAAAAAgARQAANJ5MQABABp51fwAAAX8A",
    "AAHYMh+jDeVMEuFd3ieAEABA/igAAAEBCAqp/AxPqIWSxY5EA2u/2AwAMQAAADEAAAAAAAAAAAAAAAAAAAAIAEUAACMJr0AAQBEzGX8AAAF/AAAB",
    "y9YfogAP/iJwaW5nAMO/jkQDa8X+DAAuAAAALgAAAAAAAAAAAAAAAAAAAAgARQAAIAmyQABAETMZfwAAAX8AAAEfosvWAAz+H3BvbmeORANrOAEN",
    "AIcAAACHAAAAAAAAAAAAAAAAAAAACABFAAB5nk1AAEAGni9/AAABfwAAAdgyH6MN5UwS4V3eJ4AYAED+bQAAAQEICqn8DGWohZLFR0VUIC9pbmRl",
    "eC5odG1sIEhUVFAvMS4xDQpIb3N0OiAxMjcuMC4wLjE6ODA5OQ0KQ29ubmVjdGlvbjogY2xvc2UNCg0KjkQDa0oBDQBCAAAAQgAAAAAAAAAAAAAA",
    "AAAAAAgARQAANL7TQABABn3ufwAAAX8AAAEfo9gy4V3eJw3lTFeAEABA/igAAAEBCAqohZLbqfwMZY5EA2u0Ng0ApgAAAKYAAAAAAAAAAAAAAAAA",
    "AAAIAEUAAJi+1EAAQAZ9iX8AAAF/AAABH6PYMuFd3icN5UxXgBgAQP6MAAABAQgKqIWS6an8DGVIVFRQLzEuMSAyMDAgT0sNCkRhdGU6IFN1biwg",
    "MjIgTm92IDIwMjYgMTk6Mzc6NTAgR01UDQpDb25uZWN0aW9uOiBjbG9zZQ0KQ29udGVudC1MZW5ndGg6IDYNCg0KaGVsbG8KjkQDa8w2DQBCAAAA",
    "QgAAAAAAAAAAAAAAAAAAAAgARQAANJ5OQABABp5zfwAAAX8AAAHYMh+jDeVMV+Fd3ouAEABA/igAAAEBCAqp/AxzqIWS6Y5EA2vuUw0AQgAAAEIA",
    "AAAAAAAAAAAAAAAAAAAIAEUAADSeT0AAQAaecn8AAAF/AAAB2DIfow3lTFfhXd6LgBEAQP4oAAABAQgKqfwMeqiFkumORANr5YINAEIAAABCAAAA",
    "AAAAAAAAAAAAAAAACABFAAA0vtVAAEAGfex/AAABfwAAAR+j2DLhXd6LDeVMWIARAED+KAAAAQEICqiFkvyp/Ax6jkQDaw2DDQBCAAAAQgAAAAAA",
    "AAAAAAAAAAAAAAgARQAANJ5QQABABp5xfwAAAX8AAAHYMh+jDeVMWOFd3oyAEABA/igAAAEBCAqp/AyGqIWS/A==",
  ].join(""),
  "base64",
);

/** Reads a capture in memory and calls `each` for each of its frames. */
export async function readAll(capture: Capture, each: Parameters<Capture["read"]>[0]): Promise<void> {
  while (await capture.read(each));
}

/** The numbers of the loopback frames a display filter keeps. */
export async function kept(displayFilter: string): Promise<number[]> {
  const numbers: number[] = [];
  await readAll(open(loopback, { displayFilter }), (frame) => numbers.push(frame.number));
  return numbers;
}
