using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using Mp.CompilerServices;

namespace Mp.Benchmarks.Payloads;

/// <summary>Objects to bytes and back: generated codecs of Mp beside System.Text.Json with its generated metadata.</summary>
public class PayloadBenchmarks
{
    private IComparison _comparison = null!;

    private interface IComparison : IDisposable
    {
        (int MessagePack, int Json) Bytes { get; }

        void Write();

        object Read();

        void WriteJson();

        object ReadJson();
    }

    /// <summary>Which object.</summary>
    [Params("Ping", "Order", "Basket", "Article", "Series")]
    public string Payload { get; set; } = "";

    /// <summary>How many bytes each object is, in words.</summary>
    public static string Sizes() => string.Join('\n', All().Select(static one =>
        $"{one.Name}: {one.Comparison.Bytes.MessagePack} bytes of MessagePack, {one.Comparison.Bytes.Json} of JSON"));

    [GlobalSetup]
    public void SetUp() => _comparison = All().Single(one => one.Name == Payload).Comparison;

    [GlobalCleanup]
    public void CleanUp() => _comparison.Dispose();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("write")]
    public void WriteJson() => _comparison.WriteJson();

    [Benchmark]
    [BenchmarkCategory("write")]
    public void Write() => _comparison.Write();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read")]
    public object ReadJson() => _comparison.ReadJson();

    [Benchmark]
    [BenchmarkCategory("read")]
    public object Read() => _comparison.Read();

    private static IEnumerable<(string Name, IComparison Comparison)> All() =>
    [
        ("Ping", new Comparison<Ping>(PayloadSamples.Ping, PayloadJson.Default.Ping)),
        ("Order", new Comparison<Order>(PayloadSamples.Order, PayloadJson.Default.Order)),
        ("Basket", new Comparison<Basket>(PayloadSamples.Basket, PayloadJson.Default.Basket)),
        ("Article", new Comparison<Article>(PayloadSamples.Article, PayloadJson.Default.Article)),
        ("Series", new Comparison<Series>(PayloadSamples.Series, PayloadJson.Default.Series)),
    ];

    private sealed class Comparison<T> : IComparison
        where T : class
    {
        private readonly T _value;
        private readonly JsonTypeInfo<T> _type;
        private readonly IElementCodec<T> _codec = PayloadCodecs.Of<T>();
        private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);
        private readonly Utf8JsonWriter _jsonWriter;
        private readonly byte[] _bytes;
        private readonly byte[] _json;

        public Comparison(T value, JsonTypeInfo<T> type)
        {
            _value = value;
            _type = type;
            _jsonWriter = new Utf8JsonWriter(_output);
            Write();
            _bytes = _output.WrittenSpan.ToArray();
            WriteJson();
            _json = _output.WrittenSpan.ToArray();
        }

        public (int MessagePack, int Json) Bytes => (_bytes.Length, _json.Length);

        public void Write()
        {
            _output.ResetWrittenCount();
            var writer = new ElementWriter(_output);
            _codec.Write(ref writer, _value);
            writer.Flush();
        }

        public object Read()
        {
            var reader = new ElementReader(_bytes);
            return _codec.TryRead(ref reader, out T? value) ? value : throw new InvalidOperationException();
        }

        public void WriteJson()
        {
            _output.ResetWrittenCount();
            _jsonWriter.Reset(_output);
            JsonSerializer.Serialize(_jsonWriter, _value, _type);
        }

        public void Dispose() => _jsonWriter.Dispose();

        public object ReadJson() => JsonSerializer.Deserialize(_json, _type)!;
    }
}
