using System.Buffers;
using Mp.CompilerServices;
using Mp.Mesh;

namespace Mp.Runtime.Tests.Mesh;

public sealed class EarlierMeshTests
{
    [Fact]
    public void NodesThatOneTellsOf_AreKnownUpToTheLimit()
    {
        var output = new Output();
        MeshBench.BenchNode node = new MeshBench().Add("node");
        node.Mesh.PeerUp("peer", isAware: false);
        var earlier = new EarlierMesh(node.Mesh, output, maxNodes: 3);
        earlier.PeerUp("peer", "port", [], new Dictionary<string, List<string>>());
        var told = Enumerable.Range(0, 10).ToDictionary(number => $"n{number}", number => new[] { $"n{number}:1" });
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        writer.WriteString("nodes");
        writer.WriteElement(told);
        writer.Flush();

        earlier.Receive("peer", new WireMessage(bytes.WrittenMemory, 2));

        Assert.Equal(["n0", "n1", "n2"], output.Connected.Order(StringComparer.Ordinal));
    }

    private sealed class Output : IEarlierMeshOutput
    {
        public List<string> Connected { get; } = [];

        public void Introduce(string nodeId, string portName)
        {
        }

        public void Tell(string nodeId, string portName, ReadOnlySpan<object?> elements)
        {
        }

        public void Connect(string nodeId) => Connected.Add(nodeId);
    }
}
