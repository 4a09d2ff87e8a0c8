/// Takes the next bytes of an export; what it throws ends the export.
public typealias ByteSink = ([UInt8]) throws -> Void
