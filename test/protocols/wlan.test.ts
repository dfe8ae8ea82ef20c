import { describe, expect, test } from "vitest";
import { dissect } from "../../src/index.ts";

const RADIOTAP = 127;
const ACCESS_POINT = "020000000001";
const STATION = "020000000002";
const EVERYBODY = "ffffffffffff";

const hex = (...parts: string[]) => Buffer.from(parts.join(""), "hex");

/** A radio's header: its clock, flags, rate, channel 1, signal of -30 dBm, antenna and flags of the receiver. */
const radio = (flags = "00", rate = "02") =>
  hex("00001a00", "2f480000", "6400000000000000", flags, rate, "6c09", "a000", "e2", "00", "0000");

/** An element. */
const element = (number: number, content: string) =>
  Buffer.from([number, content.length / 2]).toString("hex") + content;

const header = (control: string, ...addresses: string[]) => hex(control, "3a01", ...addresses, "3012");

const beacon = Buffer.concat([
  radio(),
  header("8000", EVERYBODY, ACCESS_POINT, ACCESS_POINT),
  hex("0807060504030201", "6400", "1104"),
  hex(
    element(0, Buffer.from("home").toString("hex")),
    element(1, "82848b96"),
    element(3, "01"),
    element(48, "0100000fac040100000fac040100000fac020c00"),
    element(221, "0050f202000100"),
  ),
]);

const value = (frame: Uint8Array, name: Parameters<ReturnType<typeof dissect>["value"]>[0]) =>
  dissect(frame, RADIOTAP).value(name);
const info = (frame: Uint8Array) => dissect(frame, RADIOTAP).toObject().info;

describe("a beacon", () => {
  test("tells of its network in the line", () => {
    const { info, protocol, source, destination } = dissect(beacon, RADIOTAP).toObject();
    expect([protocol, source, destination]).toEqual(["802.11", "02:00:00:00:00:01", "ff:ff:ff:ff:ff:ff"]);
    expect(info).toBe('Beacon frame, SN=291, FN=0, Flags=........, BI=100, SSID="home"');
  });

  test("tells of how it is secured", () => {
    expect(value(beacon, "wlan.rsn.pcs.type")).toEqual([4]);
    expect(value(beacon, "wlan.rsn.akms.type")).toEqual([2]);
    expect(value(beacon, "wlan.rsn.capabilities.ptksa_replay_counter")).toBe(3);
    expect(value(beacon, "wlan.fixed.capabilities.privacy")).toBe(true);
  });

  test("was on the air as long as its bits at its rate, after the preamble", () => {
    const length = beacon.length - 26;
    expect(value(beacon, "wlan_radio.duration")).toBe(192 + 8 * length);
    expect(value(beacon, "wlan_radio.channel")).toBe(1);
    expect(value(beacon, "wlan_radio.signal_dbm")).toBe(-30);
  });

  test("stays a beacon wherever it is cut", () => {
    for (let length = 0; length < beacon.length; length++) dissect(beacon.subarray(0, length), RADIOTAP).toObject();
    expect(info(beacon.subarray(0, 26 + 24))).toContain("Beacon frame, SN=291, FN=0");
  });
});

test.each([
  ["to", "0801", [ACCESS_POINT, STATION, EVERYBODY], "02:00:00:00:00:02", "ff:ff:ff:ff:ff:ff"],
  ["from", "0802", [STATION, ACCESS_POINT, EVERYBODY], "ff:ff:ff:ff:ff:ff", "02:00:00:00:00:02"],
  ["inside", "0800", [STATION, ACCESS_POINT, EVERYBODY], "02:00:00:00:00:01", "02:00:00:00:00:02"],
])("data %s the distribution system names its ends", (_, control, addresses, source, destination) => {
  const arp = hex("aaaa030000000806", "0001080006040001", STATION, "0a000002", "000000000000", "0a000001");
  const frame = dissect(Buffer.concat([radio(), header(control, ...addresses), arp]), RADIOTAP);
  expect([frame.value("wlan.sa"), frame.value("wlan.da")]).toEqual([source, destination]);
  expect(frame.toObject().info).toBe("Who has 10.0.0.1? Tell 10.0.0.2");
});

test("an encrypted body stays data behind its parameters", () => {
  const body = hex("0100002000000000", "0102030405060708");
  const frame = Buffer.concat([radio(), header("0842", STATION, ACCESS_POINT, ACCESS_POINT), body]);
  expect(value(frame, "wlan.ccmp.extiv")).toBe("0x000000000001");
  expect(value(frame, "data.len")).toBe(8);
});

test("what a radio says ends with a check sequence does", () => {
  const frame = Buffer.concat([radio("10"), hex("d400", "0000", STATION, "78563412")]);
  expect(info(frame)).toBe("Acknowledgement, Flags=........C");
  expect(value(frame, "wlan.fcs")).toBe(0x12345678);
  const cut = dissect(frame.subarray(0, -1), RADIOTAP, { originalLength: frame.length });
  expect(cut.value("wlan.fcs")).toBeUndefined();
});

test("rates of 802.11n follow from the modulation's index", () => {
  // 20 MHz wide, short guard interval, index 10: two streams.
  const frame = hex("00001400", "0a000800", "00", "00", "8509", "8004", "07040a", "0000000000");
  const data = header("0801", ACCESS_POINT, STATION, EVERYBODY);
  expect(value(Buffer.concat([frame, data]), "wlan_radio.data_rate")).toBe(43.3333);
});
