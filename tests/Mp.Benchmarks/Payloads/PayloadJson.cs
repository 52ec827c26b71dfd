using System.Text.Json.Serialization;

namespace Mp.Benchmarks.Payloads;

/// <summary>The same objects for System.Text.Json, by its own generator.</summary>
[JsonSerializable(typeof(Ping))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Basket))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Series))]
internal sealed partial class PayloadJson : JsonSerializerContext;
