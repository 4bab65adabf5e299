package import JSONSyntax

/// A message of JSON-RPC 2.0 that came in.
package enum RPCMessage: Sendable, Hashable {
  case request(id: RPCID, method: String, parameters: JSONValue)
  case notification(method: String, parameters: JSONValue)
  /// The answer to a request of ours.
  case response(id: RPCID)

  /// Reads one message; an error is to be sent back.
  package init(_ bytes: [UInt8]) throws(RPCError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(bytes)
    } catch {
      throw RPCError(.parseError, "no valid JSON at byte \(error.offset): \(error.message)")
    }
    guard case .object(let members) = value else {
      throw RPCError(.invalidRequest, "a message is an object")
    }
    let id = members["id"].flatMap(RPCID.init)
    guard let method = members["method"]?.string else {
      guard let id, members["result"] != nil || members["error"] != nil else {
        throw RPCError(.invalidRequest, "a message has a 'method'", id: id)
      }
      self = .response(id: id)
      return
    }
    let parameters = members["params"] ?? .null
    if let id {
      self = .request(id: id, method: method, parameters: parameters)
    } else if members["id"] == nil {
      self = .notification(method: method, parameters: parameters)
    } else {
      throw RPCError(.invalidRequest, "an 'id' is a string or a whole number")
    }
  }
}

/// What tells a request from others.
package enum RPCID: Sendable, Hashable {
  case number(Int)
  case text(String)

  /// `nil` for null and for what is neither a whole number nor a text.
  package init?(_ value: JSONValue) {
    if let number = value.integer {
      self = .number(number)
    } else if let text = value.string {
      self = .text(text)
    } else {
      return nil
    }
  }
}

/// Why a request has no result.
package struct RPCError: Error, Sendable, Hashable {
  /// The codes of JSON-RPC and of the language server protocol.
  package enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case internalError = -32603
    case notInitialized = -32002
    /// A request that was made well and cannot be fulfilled.
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  package var code: Code
  /// What is wrong, as a phrase.
  package var message: String
  /// The request, where it could be read.
  package var id: RPCID?

  package init(_ code: Code, _ message: String, id: RPCID? = nil) {
    self.code = code
    self.message = message
    self.id = id
  }
}
