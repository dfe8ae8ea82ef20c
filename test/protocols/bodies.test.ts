import { expect, test } from "vitest";
import { dissect } from "../../src/index.ts";

/** A response of that media type in one segment: IPv4, TCP, HTTP. */
function response(type: string, body: string) {
  const content = Buffer.from(body);
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${content.length}\r\n\r\n`;
  const tcp = Buffer.from("00501f9000000001000000015018200000000000", "hex");
  const ip = Buffer.from("4500000000004000400600000a4d00020a4d0001", "hex");
  const frame = Buffer.concat([ip, tcp, Buffer.from(head), content]);
  frame.writeUInt16BE(frame.length, 2);
  return dissect(frame, "ipv4");
}

const json = (body: string) => response("application/json", body);

test("escapes in JSON are undone, half a surrogate pair is replaced", () => {
  const frame = json(String.raw`{"\u006b/\"":"\ud83d\ude00 \n\\","lone":["\ud83d"]}`);
  expect(frame.value("json.key")).toEqual(['k/"', "lone"]);
  expect(frame.value("json.value.string")).toEqual(["😀 \n\\", "\ufffd"]);
  expect(frame.value("json.path_with_value")).toEqual(['/k/":😀 \n\\', "/lone/[]:\ufffd"]);
});

test.each(
  ["{", '{"a":1,}', "[01]", "[1e]", "[tru]", '["\\x"]', '["\\u12', "true", "[".repeat(50_000)].map((body) => [
    body.slice(0, 9),
    body,
  ]),
)("%s is no JSON, but text", (_, body) => {
  const frame = json(body!);
  expect([frame.has("json.object"), frame.has("json.array"), frame.has("_ws.malformed")]).toEqual([
    false,
    false,
    false,
  ]);
  expect(frame.value("data-text-lines.line")).toEqual([body]);
});

test("what follows JSON texts is text", () => {
  const frame = json('{"a":1}\n[2] then\n');
  expect(frame.value("json.value.number")).toEqual(["1", "2"]);
  expect(frame.value("data-text-lines.line")).toEqual(["then\n"]);
  expect(frame.toObject().info).toBe("HTTP/1.1 200 OK , JavaScript Object Notation (application/json)");
});

test("JSON nests deeper than rows do", () => {
  const frame = json(`${"[".repeat(20)}1${"]".repeat(20)}`);
  expect(frame.value("json.array")).toHaveLength(20);
  expect(frame.value("json.path_with_value")).toEqual([`${"/[]".repeat(20)}:1`]);
});

test("a long key is not repeated in full for each value inside", () => {
  const frame = json(`{"${"k".repeat(5000)}":[1,2]}`);
  expect(frame.value("json.path_with_value")?.[1]).toBe(`/${"k".repeat(1023)}/[]:2`);
});

test("a form ends at what is no escape", () => {
  const form = (body: string) => response("application/x-www-form-urlencoded", body);
  const frame = form("a+b=%C3%A9&c&d=x&e=%zz&f=1");
  expect(frame.value("urlencoded-form.key")).toEqual(["a b", "c&d", "e"]);
  expect(frame.value("urlencoded-form.value")).toEqual(["é", "x"]);
  expect([frame.has("_ws.malformed"), form("a=%4").has("_ws.malformed")]).toEqual([false, true]);
});

test("parts of a multipart body are read by their type, one in another too", () => {
  const inner = '--YY\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n--YY--';
  const frame = response(
    'multipart/mixed; boundary="X X"',
    `before\r\n--X X\r\n\r\nplain\r\n--X X\r\nContent-Type: multipart/related;\r\n boundary=YY\r\n\r\n${inner}\r\n--X X--after`,
  );
  expect(frame.values("mime_multipart.type")).toEqual(["multipart/mixed", "multipart/related"]);
  expect(frame.value("json.key")).toEqual(["a"]);
  expect(frame.toObject().protocol).toBe("HTTP/JSON");
});

test("a multipart body without its boundary is data", () => {
  const frame = response("multipart/mixed", "--X\r\n\r\nplain\r\n--X--");
  expect([frame.has("mime_multipart.no_required_parameter"), frame.has("data")]).toEqual([true, true]);
});

test("an image is known by its first bytes, not by its type", () => {
  const frame = response("image/png", "GIF89a".padEnd(40));
  expect([frame.has("image-gif"), frame.has("png")]).toEqual([true, false]);
  expect(response("image/png", "GIF98a".padEnd(40)).has("media")).toBe(true);
});

test("tags in XML, with their attributes and the text between them", () => {
  const frame = response("application/soap+xml", `<?xml version="1.0"?><a x="1>" y='2'> one <!-- <b> --><c/></a> <`);
  expect(frame.value("xml.tag")).toEqual([`<a x="1>" y='2'>`, "<c/>"]);
  expect(frame.value("xml.attribute")).toEqual(['x="1>"', "y='2'"]);
  expect(frame.value("xml.cdata")).toEqual(["one"]);
  expect(frame.value("xml.comment")).toEqual(["<!-- <b> -->"]);
});
