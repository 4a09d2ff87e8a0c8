import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Text

/// The stylesheet and the script; they hold nothing of the store.
enum Assets {
  private static let files: [String: (bytes: [UInt8], type: String)] = [
    "desk.css": (ReviewPages.stylesheet, "text/css; charset=utf-8"),
    "desk.js": (ReviewPages.script, "text/javascript; charset=utf-8"),
  ]
  private static let tags = files.mapValues { "\"\(Fingerprint(hashing: $0.bytes))\"" }

  /// `/assets/{file}`; a browser that has the same version already is told so.
  static func answer(_ request: Request, _ context: DeskContext) async throws -> Response {
    let name = try context.parameters.require("file")
    guard let file = files[name], let tag = tags[name] else { throw DeskError.notFound() }
    return try await request.ifNoneMatch(
      headers: [.cacheControl: "no-cache"], eTag: tag, context: context
    ) {
      Response(
        status: .ok, headers: [.contentType: file.type],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
  }
}
