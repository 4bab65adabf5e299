package import Diagnostics

/// Writes the messages of JSON-RPC that go out.
package enum RPCWriting {
  /// JSON on one line, without a header; `result` writes exactly one value.
  package static func response(_ id: RPCID, _ result: (inout JSONWriter) -> Void) -> [UInt8] {
    message { json in
      json.member("id", id)
      json.key("result")
      result(&json)
    }
  }

  /// Without a request, as when it could not be read, the id is null.
  package static func error(_ error: RPCError, for id: RPCID?) -> [UInt8] {
    message { json in
      json.key("id")
      if let id { json.value(id) } else { json.null() }
      json.key("error")
      json.object { json in
        json.member("code", error.code.rawValue)
        json.member("message", error.message)
      }
    }
  }

  /// The parameters are exactly one value.
  package static func notification(
    _ method: String, _ parameters: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    message { json in
      json.member("method", method)
      json.key("params")
      parameters(&json)
    }
  }

  /// The parameters are exactly one value.
  package static func request(
    _ id: RPCID, _ method: String, _ parameters: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    message { json in
      json.member("id", id)
      json.member("method", method)
      json.key("params")
      parameters(&json)
    }
  }

  private static func message(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(pretty: false)
    json.object { json in
      json.member("jsonrpc", "2.0")
      body(&json)
    }
    return json.bytes
  }
}

extension JSONWriter {
  mutating func value(_ id: RPCID) {
    switch id {
    case .number(let number): value(number)
    case .text(let text): value(text)
    }
  }

  mutating func member(_ key: String, _ id: RPCID) {
    self.key(key)
    value(id)
  }
}
