namespace Mp.Benchmarks;

/// <summary>
/// A node of the tree of Dskynet: asks ten children, adds up their answers, tells its parent, and dies. A leaf answers
/// with its own number.
/// </summary>
internal sealed partial class SkynetPort : Port
{
    private const int Children = 10;

    private PortId _parent;
    private long _sum;
    private int _left = Children;

    [Rcv("grow")]
    private void OnGrow(PortId parent, long number, long leaves)
    {
        if (leaves == 1)
        {
            Snd(parent, "sum", number);
            Kil(Self);
            return;
        }

        _parent = parent;
        for (int child = 0; child < Children; child++)
        {
            long share = leaves / Children;
            Snd(Node.CreatePort(new SkynetPort()), "grow", Self, number + (child * share), share);
        }
    }

    [Rcv("sum")]
    private void OnSum(long sum)
    {
        _sum += sum;
        if (--_left == 0)
        {
            Snd(_parent, "sum", _sum);
            Kil(Self);
        }
    }
}
