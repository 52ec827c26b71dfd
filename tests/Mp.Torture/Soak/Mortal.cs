namespace Mp.Torture.Soak;

/// <summary>A port that another node has spawned: it repeats words, until it is killed or nobody listens any more.</summary>
[Spawn(SpawnName)]
internal sealed partial class Mortal(PortId listener) : Port
{
    public const string SpawnName = "torture.mortal";

    protected internal override void OnSpawned() => Mon(listener, _ => Kil(Self));

    [Rcv("word")]
    private void OnWord(long number) => Snd(listener, "word", number);
}
