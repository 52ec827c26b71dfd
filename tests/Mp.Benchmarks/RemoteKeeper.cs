namespace Mp.Benchmarks;

/// <summary>The port in the server process that makes others, and says how much memory they take.</summary>
internal sealed partial class RemoteKeeper : Port
{
    [Rcv]
    private void OnCreate(CreatePorts ask, PortId reply)
    {
        PortId[] ports = new PortId[ask.Count];
        for (int index = 0; index < ports.Length; index++)
        {
            ports[index] = Node.CreatePort(new RemoteCounter());
        }

        Snd(reply, new PortsCreated(ports));
    }

    [Rcv]
    private void OnAskMemory(AskMemory ask, PortId reply) => Snd(reply, MemoryUse.Now());
}
