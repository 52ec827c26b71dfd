namespace Mp.Codecs;

/// <summary>Why something is refused, for a log: sentences without their stop, and without what was sent.</summary>
internal static class VerdictText
{
    /// <summary>The text.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Truncated => "A message ends inside a value, or claims more than it has",
        Verdict.FrameTooLong => "A message is longer than is accepted",
        Verdict.TrailingBytes => "A frame is longer than the message in it",
        Verdict.NotAnArray => "A message is no array",
        Verdict.NoPortName => "A message begins with what names no port",
        Verdict.PortNameTooLong => $"A message names a port with more than {PortId.MaxPartBytes} bytes",
        Verdict.TooDeep => "A message is nested deeper than is accepted",
        Verdict.TooManyValues => "A message has more values than are accepted",
        Verdict.NoValue => "A message has a byte that begins no value",
        Verdict.KeyNotText => "A map has a key that is no text",
        Verdict.KeyTwice => "A map has the same key twice",
        Verdict.NotUtf8 => "A text is not valid UTF-8",
        Verdict.LoneSurrogate => "A text has half a surrogate pair, which is no Unicode",
        Verdict.UnknownEscape => "A text has an escape that JSON does not know",
        Verdict.ControlCharacter => "A text has a control character that is not escaped",
        Verdict.NotJson => "A message is malformed JSON",
        Verdict.NumberTooLong => $"A number has more than {Json.JsonNumber.MaxBytes} characters",
        Verdict.NumberTooBig => "A number is beyond what 64 bits can express",
        Verdict.UnknownSimpleValue => "A message has a simple value of CBOR that means nothing",
        Verdict.UnexpectedBreak => "A message has a break of CBOR where nothing is to be ended",
        Verdict.ChunkOfAnotherType => "A string of CBOR has a chunk of another type",
        _ => "A message is refused",
    };
}
