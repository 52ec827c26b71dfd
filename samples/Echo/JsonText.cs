using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Echo;

/// <summary>Writes elements as JSON, as they came.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Message message) =>
        Of(Enumerable.Range(0, message.Count).Select(index => message[index]));

    public static string Of(IEnumerable<object?> elements)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Options))
        {
            Write(writer, elements);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object? element)
    {
        switch (element)
        {
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach ((string key, object? value) in map)
                {
                    writer.WritePropertyName(key);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable<object?> list:
                writer.WriteStartArray();
                foreach (object? item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteScalar(writer, element);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, object? element)
    {
        switch (element)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            default:
                writer.WriteStringValue(FormattableString.Invariant($"{element}"));
                break;
        }
    }
}
