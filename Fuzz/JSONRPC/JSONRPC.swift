import Diagnostics
import SpecServers

/// The framing of messages and the reading of their JSON; cutting the input in two changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = messages(of: [bytes[...]])
  let middle = count / 2
  precondition(whole == messages(of: [bytes[..<middle], bytes[middle...]]))
  for message in whole + [bytes] {
    if case .request(let id, _, _)? = try? RPCMessage(message) {
      precondition((try? RPCMessage(RPCWriting.response(id) { $0.null() })) == .response(id: id))
    }
  }
  return 0
}

/// The messages in some pieces of a stream, up to the first fault.
func messages(of pieces: [ArraySlice<UInt8>]) -> [[UInt8]] {
  var framing = MessageFraming()
  var messages: [[UInt8]] = []
  for piece in pieces {
    framing.append(piece)
    do {
      while let message = try framing.next() { messages.append(message) }
    } catch {
      break
    }
  }
  return messages
}
