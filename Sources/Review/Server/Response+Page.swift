import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A page of HTML.
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }

  /// Where a browser goes on after a POST.
  static func seeOther(_ path: String) -> Response {
    .redirect(to: path, type: .normal)
  }
}
