using Mp.CompilerServices;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>A port to be spawned: it says that it is there, answers what it is sent, and throws if it is told to.</summary>
internal sealed class SpawnedPort(PortId owner, string name) : Port
{
    protected internal override void OnSpawned()
    {
        Snd(owner, "spawned", Self, name);
        if (name == "fails")
        {
            throw new InvalidOperationException("it failed");
        }
    }

    protected internal override void Match(MemoryMessage message, ref Dispatch dispatch) =>
        Answer(message, ref dispatch);

    protected internal override void Match(WireMessage message, ref Dispatch dispatch) =>
        Answer(message, ref dispatch);

    private void Answer(Message message, ref Dispatch dispatch)
    {
        dispatch.Match();
        Snd(owner, "got", message.Tag);
    }
}
