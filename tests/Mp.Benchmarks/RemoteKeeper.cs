namespace Mp.Benchmarks;

/// <summary>The port in the server process that makes others, and says how much memory they take.</summary>
internal sealed partial class RemoteKeeper : Port
{
    [Rcv("create")]
    private void Create(int count, PortId reply)
    {
        PortId[] ports = new PortId[count];
        for (int index = 0; index < count; index++)
        {
            ports[index] = Node.CreatePort(new RemoteCounter());
        }

        Snd(reply, "created", ports);
    }

    [Rcv("memory")]
    private void Measure(PortId reply)
    {
        MemoryUse use = MemoryUse.Now();
        Snd(reply, "memory", use.Managed, use.Resident);
    }
}
